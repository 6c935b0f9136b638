package fr.acse.codes;

/** The part that a person has in a case when she asks; {@code who-may-read.txt} says what each may read. */
public enum Relation {
    OPERATOR,
    COORDINATION,
    TELEPHONE,
    ASKED,
    HOLDER,
    LEAVING,
    ESCORT,
    FINANCE,
    SUPERVISOR,
    ALARMED,
    WRITER,
    COLLEAGUE,
    FOLLOWER,
    PAYER
}
