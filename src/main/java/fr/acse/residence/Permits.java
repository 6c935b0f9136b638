package fr.acse.residence;

import org.springframework.data.repository.CrudRepository;

public interface Permits extends CrudRepository<Permit, String> {}
