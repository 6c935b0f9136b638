package fr.acse.notice;

/** Whom a case names. */
public enum Party implements Recipient {
    /** The association that asked for her. */
    ASSOCIATION,
    /** The shelters in which a place is held for her or occupied by her. */
    SHELTERS,
    /** The shelter in which a place is held for her. */
    HOLDING_SHELTER,
    /** Whoever escorts her now. */
    ESCORT,
    /** Whoever escorts her on a stretch of her journey. */
    ALL_ESCORTS
}
