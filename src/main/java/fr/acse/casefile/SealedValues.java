package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface SealedValues extends CrudRepository<SealedValue, SealedValue.Key> {

    List<SealedValue> findByIdReference(CaseReference reference);

    /** Replaces a value; two people who do so at the same time wait for each other. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
                    insert into sealed_value (reference, field, ciphertext, sealed_at, sealed_by)
                    values (:reference, :field, :ciphertext, :sealedAt, :sealedBy)
                    on conflict (reference, field) do update
                    set ciphertext = excluded.ciphertext, sealed_at = excluded.sealed_at, sealed_by = excluded.sealed_by""")
    void put(CaseReference reference, String field, byte[] ciphertext, Instant sealedAt, Login sealedBy);
}
