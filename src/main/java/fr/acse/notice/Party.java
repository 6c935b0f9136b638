package fr.acse.notice;

/** Whom a case names. */
public enum Party implements Recipient {
    /** The association that asked for her. */
    ASSOCIATION,
    /** The shelters in which a place is held for her or occupied by her. */
    SHELTERS,
    /** The shelter in which a place is held for her. */
    HOLDING_SHELTER,
    /** The person who escorts her now. */
    ESCORT,
    /** Everybody who escorts her on a stretch of her journey. */
    ALL_ESCORTS
}
