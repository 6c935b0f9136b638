package fr.acse.referral;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Commitments extends CrudRepository<Commitment, UUID> {}
