package fr.acse.platform;

/** The part that a person has in a case when she asks; {@code who-may-read.txt} says what each may read. */
public enum Relation {
    OPERATOR,
    COORDINATION,
    ASKED,
    HOLDER,
    LEAVING,
    /** Works for a shelter to which she travelled, whether or not she lives there now: it may have money to hand over. */
    SHELTER_OF_STAY,
    ESCORT,
    FINANCE,
    SUPERVISOR,
    WRITER,
    COLLEAGUE
}
