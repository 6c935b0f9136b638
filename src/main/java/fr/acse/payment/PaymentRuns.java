package fr.acse.payment;

import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface PaymentRuns extends CrudRepository<PaymentRun, CaseReference> {

    /** A payment run with the number and the sum of its lines. */
    interface Summed {

        String getReference();

        String getDay();

        String getState();

        int getLines();

        long getCents();

        long getOpen();
    }

    @Query(nativeQuery = true, value = """
                    select r.reference, r.execution_date::text as day, r.state, count(o.id) as lines,
                        coalesce(sum(o.amount_cents), 0) as cents, count(o.id) filter (where o.state = 'SENT') as open
                    from payment_run r left join payment_order o on o.run = r.reference
                    group by r.reference order by r.started_at desc limit :most""")
    List<Summed> latest(int most);

    /** Locks all payment runs until the transaction ends, because runs lock payment orders and accounts in different sequences. */
    @Query(nativeQuery = true, value = "select 1 from pg_advisory_xact_lock(hashtextextended('payment runs', 0))")
    int lockAll();
}
