package fr.acse.casefile;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface CaseFiles extends CrudRepository<CaseFile, String> {

    List<CaseFile> findTop500ByReferenceGreaterThanAndWrappedKeyIsNotNullOrderByReference(String reference);
}
