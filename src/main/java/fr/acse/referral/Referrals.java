package fr.acse.referral;

import org.springframework.data.repository.CrudRepository;

interface Referrals extends CrudRepository<Referral, String> {}
