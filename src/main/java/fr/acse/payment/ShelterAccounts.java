package fr.acse.payment;

import fr.acse.codes.ShelterCode;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface ShelterAccounts extends CrudRepository<ShelterAccount, ShelterCode> {

    /** Until the transaction ends, nobody else confirms an account of this shelter, refuses it, or orders a payment to it. */
    @Query(
            nativeQuery = true,
            value = "select 1 from pg_advisory_xact_lock(hashtextextended('account|' || :shelter, 0))")
    int lock(String shelter);
}
