package fr.acse.referral;

import fr.acse.directory.CodesInUse;
import org.springframework.stereotype.Component;

/** Cases that were opened for an association stay with it, also if nobody registered it in the end. */
@Component
record CodesOfCases(Referrals referrals) implements CodesInUse {

    @Override
    public boolean isUsed(String code) {
        return referrals.existsByOperator(code);
    }
}
