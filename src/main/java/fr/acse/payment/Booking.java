package fr.acse.payment;

/** Kinds of bookings with their two accounts: the amount that comes into one leaves the other. The database has the same in {@code ledger_kind}. */
enum Booking {
    /** She has the money of the network. */
    HANDED_OVER(Account.ALLOWANCES, Account.CASH),
    /** The money of the network was lost before she had it. */
    LOST(Account.LOSSES, Account.CASH),
    /** She has money that a shelter advanced from its own cash. */
    ADVANCED(Account.ALLOWANCES, Account.SHELTERS),
    /** The shelter is to be paid back. */
    ADVANCE_ORDERED(Account.SHELTERS, Account.OWED),
    /** A travel claim is to be paid. */
    TRAVEL_ORDERED(Account.TRAVEL, Account.OWED),
    /** The bank has the order. */
    SENT(Account.OWED, Account.IN_TRANSIT),
    PAID(Account.IN_TRANSIT, Account.BANK);

    /** Spent: {@code ALLOWANCES}, {@code TRAVEL} and {@code LOSSES}. Owed: {@code SHELTERS}, {@code OWED} and, once the bank was told, {@code IN_TRANSIT}. */
    enum Account {
        ALLOWANCES,
        TRAVEL,
        LOSSES,
        SHELTERS,
        OWED,
        IN_TRANSIT,
        CASH,
        BANK
    }

    private final Account debit;
    private final Account credit;

    Booking(Account debit, Account credit) {
        this.debit = debit;
        this.credit = credit;
    }

    Account debit() {
        return debit;
    }

    Account credit() {
        return credit;
    }
}
