package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Places extends CrudRepository<Place, Place.Id> {

    List<Place> findByIdShelterOrderByIdNumber(ShelterCode shelter);

    /** Places that nobody has, closed or not. */
    @Query("""
            select p from Place p where p.id.shelter = :shelter and p.inService and not exists (
                select h from Allocation h where h.shelter = p.id.shelter and h.number = p.id.number and h.releasedAt is null)
            order by p.id.number""")
    List<Place> findUntaken(ShelterCode shelter);

    /** The places of each shelter. */
    @Query("""
            select new fr.acse.placement.Occupancy(p.id.shelter, count(p), count(h),
                count(case when h.id is null and p.closedUntil > :now then 1 end),
                (select coalesce(sum(r.household.babyCount), 0) from Referral r
                    where exists (select b from Allocation b where b.reference = r.reference and b.releasedAt is null
                        and b.shelter = p.id.shelter)))
            from Place p left join Allocation h on h.shelter = p.id.shelter and h.number = p.id.number and h.releasedAt is null
            where p.inService group by p.id.shelter""")
    List<Occupancy> occupancy(Instant now);
}
