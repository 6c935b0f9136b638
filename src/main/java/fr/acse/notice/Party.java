package fr.acse.notice;

/** The recipients that depend on the case of a notice. */
public enum Party implements Recipient {
    /** The association that requested a place for the woman. */
    ASSOCIATION,
    /** The shelters that hold a place for the woman or in which the woman lives. */
    SHELTERS,
    /** The shelter in which a place is held for the woman. */
    HOLDING_SHELTER,
    /** The person who escorts the woman now. */
    ESCORT,
    /** All people who escort the woman on a part of her journey. */
    ALL_ESCORTS
}
