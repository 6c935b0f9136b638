package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.directory.Organisation;
import fr.acse.platform.form.SealedSource;
import fr.acse.referral.ReferralService;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The duty telephone number of the association of a case. The shelter that holds a place may call the association. */
@Component
record OperatorDutyPhone(ReferralService referrals, DirectoryService directory) implements SealedSource {

    private static final String FIELD = "sealed_operatorDutyPhone";

    @Override
    public String name() {
        return "operatorDuty";
    }

    @Override
    public boolean shows(String field) {
        return field.equals(FIELD);
    }

    @Override
    public Optional<CaseReference> fileFor(CaseReference reference, Login person) {
        return referrals
                .find(reference)
                .flatMap(referral -> directory.find(referral.operator()))
                .map(Organisation::fileReference);
    }
}
