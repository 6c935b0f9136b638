package fr.acse.notice;

/** Who is told: somebody named, or somebody whom the case names. */
public sealed interface Recipient permits Audience, Party {}
