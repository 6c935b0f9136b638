package fr.acse.breach;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Breaches extends JpaRepository<Breach, UUID> {

    /** @throws Refusal if no breach was reported for the case */
    default Breach latest(CaseReference reference) {
        return findFirstByReferenceOrderByReportedAtDesc(reference)
                .orElseThrow(() -> new Refusal("noBreach", reference));
    }

    Optional<Breach> findFirstByReferenceOrderByReportedAtDesc(CaseReference reference);

    /** True if the coordination has not decided on another breach of the same address. */
    boolean existsByShelterAndDecisionIsNullAndIdNot(ShelterCode shelter, UUID id);

    List<Breach> findByReferenceAndDecisionIsNull(CaseReference reference);
}
