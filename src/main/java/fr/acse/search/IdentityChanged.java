package fr.acse.search;

import fr.acse.codes.CaseReference;

/** Event: the names, birth date or telephone numbers of the woman of a case were recorded or changed. */
public record IdentityChanged(CaseReference reference) {}
