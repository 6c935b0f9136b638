package fr.acse.payment;

/** Kinds of ledger bookings, each with its debit and its credit account. The database table {@code ledger_kind} has the same kinds. */
enum Booking {
    /** The woman got the allowance in money of the network. */
    HANDED_OVER(Account.ALLOWANCES, Account.CASH),
    /** The money of the network was lost before the woman got it. */
    LOST(Account.LOSSES, Account.CASH),
    /** The woman got the allowance in money that a shelter advanced from its own cash. */
    ADVANCED(Account.ALLOWANCES, Account.SHELTERS),
    /** A payment order exists that pays the shelter back. */
    ADVANCE_ORDERED(Account.SHELTERS, Account.OWED),
    /** A payment order exists that pays a travel claim. */
    TRAVEL_ORDERED(Account.TRAVEL, Account.OWED),
    /** Two people have released the payment file with the order for the bank. */
    SENT(Account.OWED, Account.IN_TRANSIT),
    PAID(Account.IN_TRANSIT, Account.BANK);

    /** Spent money: {@code ALLOWANCES}, {@code TRAVEL}, {@code LOSSES}. Owed money: {@code SHELTERS}, {@code OWED}, {@code IN_TRANSIT}. */
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
