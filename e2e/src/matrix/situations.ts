/** Who asks, about whose records: a column of the tables. */
export interface Situation {
  readonly code: string;
  readonly title: string;
  /** The pupil's story that it is asked about. */
  readonly bundle: BundleName;
  /** Stories whose texts may come along, since the same person may see those too. */
  readonly mayMeet: readonly Story[];
}
export const BUNDLES = ['seventeen', 'fifteen', 'eighteen', 'planned', 'proposed', 'withdrawn', 'elsewhere'] as const;
export type BundleName = (typeof BUNDLES)[number];
/** Whose text it is: a pupil's story, or a placement of such a pupil at the other company. */
export type Story = BundleName | 'beside';

const SCHOOL_A: readonly Story[] = ['beside', 'seventeen', 'fifteen', 'eighteen', 'planned', 'proposed', 'withdrawn'];
const EVERYWHERE: readonly Story[] = [...BUNDLES, 'beside'];
const COMPANY_A: readonly Story[] = ['seventeen', 'fifteen', 'eighteen', 'planned', 'proposed', 'withdrawn'];
const situation = <Code extends string>(
  code: Code,
  title: string,
  bundle: BundleName,
  mayMeet: readonly Story[] = [],
): Situation & { readonly code: Code } => ({ code, title, bundle, mayMeet });

export const SITUATIONS = [
  situation('co', 'coordinator of the pupil’s school', 'seventeen', SCHOOL_A),
  situation('cx', 'coordinator of another school', 'seventeen', ['elsewhere']),
  situation('su', 'supervisor who guides this pupil', 'seventeen', SCHOOL_A),
  situation('so', 'supervisor at the same school who guided this pupil before', 'seventeen', SCHOOL_A),
  situation('sx', 'supervisor at another school who is director of this one', 'seventeen', EVERYWHERE),
  situation('di', 'director', 'seventeen', SCHOOL_A),
  situation('bo', 'director of the board', 'seventeen', EVERYWHERE),
  situation('sp', 'Servicepunt', 'seventeen', EVERYWHERE),
  situation('sr', 'Servicepunt that opened the restricted fields of this pupil', 'seventeen', EVERYWHERE),
  situation('e0', 'employer contact before the proposal', 'planned', COMPANY_A),
  situation('e1', 'employer contact after the proposal', 'proposed', COMPANY_A),
  situation('e2', 'employer contact under agreement', 'seventeen', COMPANY_A),
  situation('e3', 'employer contact after consent was withdrawn', 'withdrawn', COMPANY_A),
  situation('eb', 'employer of another placement of the same pupil', 'seventeen', ['elsewhere', 'withdrawn', 'beside']),
  situation('eg', 'group contact', 'seventeen', COMPANY_A),
  situation('hr', 'HR key with every scope', 'seventeen', COMPANY_A),
  situation('h0', 'HR key without the scope to read', 'seventeen', COMPANY_A),
  situation('g5', 'guardian of a pupil of 15', 'fifteen'),
  situation('g7', 'guardian of a pupil of 17', 'seventeen', ['beside']),
  situation('g8', 'guardian of a pupil of 18', 'eighteen'),
  situation('gr', 'guardian of a pupil of 18 under legal representation', 'eighteen'),
  situation('st', 'the pupil', 'seventeen', ['beside']),
  situation('sq', 'another pupil of the same school', 'seventeen', ['proposed']),
  situation('r0', 'receiving party before inspection', 'proposed'),
  situation('r1', 'receiving party after inspection', 'eighteen'),
  situation('r2', 'receiving party after confirming', 'seventeen'),
  situation('ll', 'evaluation link, live', 'seventeen'),
  situation('ls', 'evaluation link of the pupil, live', 'seventeen'),
  situation('lu', 'evaluation link, used', 'seventeen'),
  situation('lx', 'evaluation link, expired', 'seventeen'),
  situation('lo', 'link for another task', 'seventeen', ['eighteen']),
  situation('po', 'privacy officer', 'seventeen', EVERYWHERE),
  situation('op', 'operator', 'seventeen'),
  situation('no', 'no identity', 'seventeen'),
] as const satisfies readonly Situation[];
export type SituationCode = (typeof SITUATIONS)[number]['code'];
