package fr.acse.notice;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface WaitingNotices extends CrudRepository<Notice, Long> {

    /** Locks the oldest notices that are due. Another node skips locked notices and takes others. */
    @Query(
            value = "select * from notice where sent_at is null and next_at <= :now order by id limit :limit"
                    + " for update skip locked",
            nativeQuery = true)
    List<Notice> take(Instant now, int limit);

    /** @return number of notices that were still reserved for this node */
    @Modifying
    @Query("update Notice n set n.nextAt = :longer where n.id in :ids and n.sentAt is null and n.nextAt = :until")
    int keepFor(List<Long> ids, Instant until, Instant longer);

    @Modifying
    @Query("delete from Notice n where n.person = :person and n.event = :event and n.sentAt is null")
    void deleteUnsent(Login person, Event event);

    @Query("select count(n) > 0 from Notice n where n.event = :event and n.madeAt >= :since and n.sentAt is null")
    boolean existsWaiting(Event event, Instant since);

    @Query("select max(n.madeAt) from Notice n where n.reference = :reference and n.event = TASK_ALERT"
            + " and (n.group in :groups or n.person = :person) and n.madeAt >= :since")
    Instant lastAlert(CaseReference reference, Set<String> groups, Login person, Instant since);

    @Query("select count(n) from Notice n where n.sentAt is null")
    long countWaiting();
}
