package fr.acse.referral;

import fr.acse.directory.CodesInUse;
import org.springframework.stereotype.Component;

/** The code of an association that has cases stays in use, even if the association was never registered. */
@Component
record CodesOfCases(Referrals referrals) implements CodesInUse {

    @Override
    public boolean isUsed(String code) {
        return referrals.existsByOperator(code);
    }
}
