package fr.acse.breach;

import fr.acse.casefile.Reveal;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the users who have read the address of a shelter after a breach of confidentiality. */
@Service
@RequiredArgsConstructor
public class AddressReaders {

    private static final String ADDRESS = "sealed_shelterAddress";
    private final Breaches breaches;
    private final ShelterService shelters;
    private final RevealLog reveals;

    /** The readings of the shelter's address in the reveal log, the latest first. */
    @Transactional(readOnly = true)
    public List<Reveal> of(CaseReference reference) {
        return Stream.ofNullable(breaches.latest(reference).shelter())
                .flatMap(code -> shelters.find(code).stream())
                .map(Shelter::fileReference)
                .flatMap(file -> reveals.of(file.value()).stream())
                .filter(reveal -> reveal.fields().contains(ADDRESS))
                .toList();
    }
}
