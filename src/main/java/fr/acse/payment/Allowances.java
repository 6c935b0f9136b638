package fr.acse.payment;

import fr.acse.codes.CaseReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Allowances extends JpaRepository<Allowance, UUID> {

    List<Allowance> findByReference(CaseReference reference);

    List<Allowance> findByReferenceIn(List<CaseReference> references);

    /** All allowances with this person key, in any case. */
    List<Allowance> findByPersonKey(byte[] personKey);

    /** Inserts an allowance in one statement, unless a unique index refuses it. @return 1 if it was inserted, otherwise 0 */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into allowance (id, reference, person_key, amount_cents, state, granted_at, another_woman)
                    values (:id, :reference, :personKey, :amountCents, 'GRANTED', :grantedAt, :anotherWoman)
                    on conflict do nothing""")
    int grant(
            UUID id,
            CaseReference reference,
            byte[] personKey,
            long amountCents,
            Instant grantedAt,
            boolean anotherWoman);
}
