package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Places extends CrudRepository<Place, Place.Id> {

    String OCCUPANCY = """
            select new fr.acse.placement.Occupancy(p.id.shelter, count(p), count(h.number),
                count(case when h.number is null and p.closedUntil > :now then 1 end), coalesce(sum(h.cots), 0L))
            from Place p left join Allocation h on h.shelter = p.id.shelter and h.number = p.id.number and h.releasedAt is null
            where p.inService""";

    List<Place> findByIdShelterOrderByIdNumber(ShelterCode shelter);

    /** Places in service that are neither held nor occupied. Closed places are included. */
    @Query("""
            select p from Place p where p.id.shelter = :shelter and p.inService and not exists (
                select h from Allocation h where h.shelter = p.id.shelter and h.number = p.id.number and h.releasedAt is null)
            order by p.id.number""")
    List<Place> findUntaken(ShelterCode shelter);

    /** The occupancy of each shelter. */
    @Query(OCCUPANCY + " group by p.id.shelter")
    List<Occupancy> occupancy(Instant now);

    /** The occupancy of one shelter. Empty if the shelter has no place in service. */
    @Query(OCCUPANCY + " and p.id.shelter = :shelter group by p.id.shelter")
    Optional<Occupancy> occupancyOf(ShelterCode shelter, Instant now);
}
