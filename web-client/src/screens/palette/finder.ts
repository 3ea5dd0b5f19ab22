/** Students by name where the screen has none: asked for by hand, kept as long as the palette is open. */
import { people, type Listed } from '../../store/admission';
import type { Entry } from './search';

/** Nothing when it could not be had. */
export type Finder = () => Promise<readonly Entry[] | undefined>;

export function studentsOfSchool(chosen: (student: Listed) => void): Finder {
  return async () => {
    const answer = await people();
    if (answer.kind !== 'ok') return undefined;
    return answer.value.people
      .filter(({ role }) => role === 'student')
      .map((student) => ({
        id: `student ${student.id}`,
        kind: 'student',
        title: student.name,
        ...(student.group === undefined ? {} : { hint: student.group }),
        run: () => chosen(student),
      }));
  };
}
