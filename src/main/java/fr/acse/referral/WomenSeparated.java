package fr.acse.referral;

import fr.acse.codes.CaseReference;
import java.util.List;

/**
 * A case was separated from several other cases, because it is of another woman.
 *
 * @param others the other cases, without erased ones
 */
public record WomenSeparated(List<CaseReference> others) {}
