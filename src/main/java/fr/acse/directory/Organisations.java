package fr.acse.directory;

import org.springframework.data.repository.CrudRepository;

interface Organisations extends CrudRepository<Organisation, String> {}
