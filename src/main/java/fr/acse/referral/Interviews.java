package fr.acse.referral;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Interviews extends CrudRepository<Interview, UUID> {}
