package fr.acse.referral;

import fr.acse.codes.CaseReference;
import org.springframework.data.repository.CrudRepository;

interface Referrals extends CrudRepository<Referral, CaseReference> {

    boolean existsByOperator(String operator);
}
