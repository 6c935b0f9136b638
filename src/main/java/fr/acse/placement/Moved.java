package fr.acse.placement;

import fr.acse.codes.CaseReference;

/** Event: the woman lives in another shelter from now on. Her previous shelter has no part in the case any more. */
public record Moved(CaseReference reference) {}
