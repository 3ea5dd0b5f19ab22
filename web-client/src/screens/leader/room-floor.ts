// One room of the floor: its stations, their seats, and who is or should be there.
import type { Floor } from '../../parts/floor-map';

export function roomOf(floor: Floor, room: string): Floor {
  const stations = new Map([...floor.stations].filter(([, station]) => station.room === room));
  return {
    ...floor,
    stations,
    seats: new Map([...floor.seats].filter(([, seat]) => stations.has(seat.station))),
    dots: floor.dots.filter(({ station, at }) => stations.has(at ?? station)),
  };
}
