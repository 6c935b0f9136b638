package fr.acse.placement.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.referral.CaseCorrected;
import fr.acse.words.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The needs in words, which each asked shelter reads. A shelter that is only asked must not learn who the woman is. */
@Component
record NeedsInWords(CaseFileService files, TellingWords telling) {

    private static final String NEEDS = "sealed_functionalNeeds";

    /** @throws Refusal if the needs contain a name of the woman or a telephone number */
    void check(CaseReference reference) {
        files.readForRule(reference, NEEDS)
                .ifPresent(needs -> Refusal.unless(!telling.saysWhoSheIs(needs, reference), "needsTell"));
    }

    @EventListener
    void check(CaseCorrected corrected) {
        check(corrected.reference());
    }
}
