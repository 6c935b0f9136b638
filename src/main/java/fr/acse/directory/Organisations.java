package fr.acse.directory;

import org.springframework.data.repository.CrudRepository;

public interface Organisations extends CrudRepository<Organisation, String> {}
