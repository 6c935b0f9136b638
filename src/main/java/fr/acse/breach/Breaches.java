package fr.acse.breach;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Breaches extends JpaRepository<Breach, UUID> {

    /** @throws Refusal if none was reported for the case */
    default Breach latest(CaseReference reference) {
        return findFirstByReferenceOrderByReportedAtDesc(reference)
                .orElseThrow(() -> new Refusal("noBreach", reference));
    }

    Optional<Breach> findFirstByReferenceOrderByReportedAtDesc(CaseReference reference);

    /** Whether another breach of the same address is not decided yet. */
    boolean existsByShelterAndDecisionIsNullAndIdNot(ShelterCode shelter, UUID id);

    List<Breach> findByReferenceAndDecisionIsNull(CaseReference reference);
}
