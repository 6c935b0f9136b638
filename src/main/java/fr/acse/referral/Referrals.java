package fr.acse.referral;

import org.springframework.data.repository.CrudRepository;

public interface Referrals extends CrudRepository<Referral, String> {}
