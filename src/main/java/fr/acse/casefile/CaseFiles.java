package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface CaseFiles extends CrudRepository<CaseFile, CaseReference> {

    List<CaseFile> findTop500ByWrappedKeyIsNotNullOrderByReference();

    List<CaseFile> findTop500ByReferenceGreaterThanAndWrappedKeyIsNotNullOrderByReference(CaseReference reference);
}
