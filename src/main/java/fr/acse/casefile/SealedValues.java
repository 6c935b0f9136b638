package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface SealedValues extends CrudRepository<SealedValue, SealedValue.Key> {

    List<SealedValue> findByIdReference(CaseReference reference);

    /** The current ciphertext from the database. An entity could still hold a value that this transaction has replaced. */
    record Text(CaseReference reference, String field, byte[] ciphertext) {}

    @Query("select new fr.acse.casefile.SealedValues$Text(v.id.reference, v.id.field, v.ciphertext)"
            + " from SealedValue v where v.id.reference in :references and v.id.field in :fields")
    List<Text> textsOf(Collection<CaseReference> references, Collection<String> fields);

    /** Stores a value, and keeps the old value. Two transactions that replace the same value wait for each other. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
                    with before as (
                        insert into sealed_value_before
                            (reference, field, ciphertext, sealed_at, sealed_by, replaced_at, replaced_by)
                        select reference, field, ciphertext, sealed_at, sealed_by, :sealedAt, :sealedBy
                        from sealed_value where reference = :reference and field = :field)
                    insert into sealed_value (reference, field, ciphertext, sealed_at, sealed_by)
                    values (:reference, :field, :ciphertext, :sealedAt, :sealedBy)
                    on conflict (reference, field) do update
                    set ciphertext = excluded.ciphertext, sealed_at = excluded.sealed_at, sealed_by = excluded.sealed_by""")
    void put(CaseReference reference, String field, byte[] ciphertext, Instant sealedAt, Login sealedBy);

    /** Removes the values of some fields, and keeps them as old values. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
                    with gone as (
                        delete from sealed_value where reference = :reference and field in (:fields) returning *)
                    insert into sealed_value_before
                        (reference, field, ciphertext, sealed_at, sealed_by, replaced_at, replaced_by)
                    select reference, field, ciphertext, sealed_at, sealed_by, :clearedAt, :clearedBy from gone""")
    void clear(String reference, Collection<String> fields, Instant clearedAt, Login clearedBy);

    @Modifying(flushAutomatically = true)
    @Query(
            nativeQuery = true,
            value = "with before as (delete from sealed_value_before where reference = :reference)"
                    + " delete from sealed_value where reference = :reference")
    void deleteAllOf(String reference);

    /** Whether the current transaction has written a value of the file. */
    @Query(
            value =
                    "select count(*) > 0 from sealed_value where reference = :reference and xmin = pg_current_xact_id()::xid",
            nativeQuery = true)
    boolean isWrittenNow(String reference);

    /** Whether the current transaction has written this field of the file. */
    @Query(
            value = "select count(*) > 0 from sealed_value where reference = :reference and field = :field"
                    + " and xmin = pg_current_xact_id()::xid",
            nativeQuery = true)
    boolean isWrittenNow(String reference, String field);
}
