-- After a move of her domicile the old certificate is still the one of the old place.
alter table permit_title add column domicile varchar(20);
update permit_title t set domicile = (select domicile from permit_track k where k.id = t.track)
where kind = 'certificate' and ended_as is null;
