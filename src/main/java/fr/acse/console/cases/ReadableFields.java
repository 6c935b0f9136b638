package fr.acse.console.cases;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.form.SealedSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sealed fields that a user may read now, each with its file: the file of the case, or the file of a {@link SealedSource}. */
@Component
record ReadableFields(CaseAccess access, CaseFileService files, List<SealedSource> sources) {

    Map<String, CaseReference> of(CaseReference reference, Login person) {
        Map<String, CaseReference> fields = new HashMap<>();
        access.readable(fieldsOf(reference), person, reference).forEach(field -> fields.put(field, reference));
        for (SealedSource source : sources) {
            source.fileFor(reference, person)
                    .ifPresent(file -> fieldsOf(file).stream()
                            .filter(source::shows)
                            .filter(field -> access.mayRead(field, person, reference))
                            .forEach(field -> fields.put(field, file)));
        }
        return fields;
    }

    private Set<String> fieldsOf(CaseReference file) {
        return files.entries(file).stream().map(CaseFileService.Entry::field).collect(Collectors.toSet());
    }
}
