package fr.acse.notice;

/** A recipient of a notice: a fixed group or person, or a party of the case. */
public sealed interface Recipient permits Audience, Party {}
