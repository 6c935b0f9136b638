package fr.acse.codes;

/** The part that a person has in a case at the time of a request. The table {@code who-may-read.txt} lists what each part may read. */
public enum Relation {
    OPERATOR,
    PLANNER,
    COORDINATION,
    TELEPHONE,
    ASKED,
    HOLDER,
    LEAVING,
    ESCORT,
    ARRIVING,
    FINANCE,
    SUPERVISOR,
    ALARMED,
    ANSWERING,
    WRITER,
    COLLEAGUE,
    FOLLOWER,
    PAYER
}
