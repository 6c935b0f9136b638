package fr.acse.notice;

/** A recipient: a named person or group, or somebody whom the case names. */
public sealed interface Recipient permits Audience, Party {}
