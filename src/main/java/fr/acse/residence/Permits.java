package fr.acse.residence;

import org.springframework.data.repository.CrudRepository;

interface Permits extends CrudRepository<Permit, String> {}
