package fr.acse.payment;

import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface PaymentRuns extends CrudRepository<PaymentRun, CaseReference> {

    List<PaymentRun> findAllByOrderByStartedAtDesc(Limit most);

    /** Until the transaction ends, no other run is started, released, stopped or settled: runs lock orders and accounts in different orders. */
    @Query(nativeQuery = true, value = "select 1 from pg_advisory_xact_lock(hashtextextended('payment runs', 0))")
    int lockAll();
}
