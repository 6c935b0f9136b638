package fr.acse.casefile;

import org.springframework.data.repository.CrudRepository;

interface CaseFiles extends CrudRepository<CaseFile, String> {}
