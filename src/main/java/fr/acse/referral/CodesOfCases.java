package fr.acse.referral;

import fr.acse.directory.CodesInUse;
import org.springframework.stereotype.Component;

/** Cases that were opened for an association stay with it, also if nobody registered it in the end. */
@Component
class CodesOfCases implements CodesInUse {

    private final Referrals referrals;

    CodesOfCases(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public boolean isUsed(String code) {
        return referrals.existsByOperator(code);
    }
}
