package fr.acse.referral;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Handovers extends CrudRepository<Handover, UUID> {}
