package fr.acse.placement;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Places extends CrudRepository<Place, Place.Id> {

    List<Place> findByIdShelterOrderByIdNumber(String shelter);

    @Query("""
            select p from Place p where p.id.shelter = :shelter and p.inService and not exists (
                select h from Hold h where h.shelter = p.id.shelter and h.number = p.id.number and h.releasedAt is null)
            order by p.id.number""")
    List<Place> findFree(String shelter);

    /** How many places are free in each shelter that has any. */
    @Query("""
            select new fr.acse.placement.FreePlaces(p.id.shelter, count(p)) from Place p where p.inService and not exists (
                select h from Hold h where h.shelter = p.id.shelter and h.number = p.id.number and h.releasedAt is null)
            group by p.id.shelter""")
    List<FreePlaces> countFree();
}
