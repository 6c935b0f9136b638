package fr.acse.residence;

import fr.acse.codes.CaseReference;
import org.springframework.data.repository.CrudRepository;

interface Permits extends CrudRepository<Permit, CaseReference> {}
