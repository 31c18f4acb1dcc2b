/**
 * What the scripts of the pages hand to each other. For checking only: no browser loads this file.
 * The document is told of in docs/reference/document.md; a test holds that it has just these fields.
 */

import type { Diary } from "./static/firststep/diary.js";

export type { Diary };

/** A calendar day where the person is: "2026-11-23". */
export type Day = string;
export type Foot = "left" | "right";
export type Question = "helps" | "which" | "guide";
export type Answer = "yes" | "no" | "unsure";
/** Answers of the safety check, by the id of the question. */
export type Answers = Record<string, Answer | undefined>;
export type Words = Record<string, string>;

/** The document that the pages of one foot are drawn from. */
export interface FootDocument {
  schema: number;
  language: string;
  foot: Foot | null;
  made_for: Day | null;
  settings: Record<string, string>;
  clear: boolean | null;
  safety: Safety;
  comparing: Comparing | null;
  fewest: Record<Question, number>;
  most: number;
  techniques: Technique[];
  tools: Tool[];
  suggested: string[];
  sessions: Record<string, Session>;
  maps: Record<string, BodyMap>;
  days: Days | null;
  plan: { id: string; days: PlannedDay[] } | null;
  resting: Resting[];
  measures: Measures;
  graduation: Graduation;
  remembered: { on: Day; pain: number } | null;
  offer: { says: string[]; choices: ("shorter" | "fewer" | "none")[] } | null;
  played: PlayedOn[];
  noted: { on: Day; says: string }[];
  other_care: OtherCare | null;
  so_far: SoFar | null;
  said: { on: Day; words: string }[];
  words: ScreenWords;
}

/** Insoles, injections and the like in the time of the diary, in words. */
export interface OtherCare {
  title: string;
  list: { on: Day; until: Day | null; says: string }[];
  note: string;
  fair: string | null;
}

export type ScreenWords = Record<
  "app" | "today" | "so_far" | "compare" | "begin" | "player" | "after" | "pictures" | "measuring" | "ankle" | "history" | "safety" | "resting" | "stop" | "rests" | "family",
  Words
>;

export interface Comparing {
  question: Question;
  techniques: string[];
  expects?: string;
}

export interface Technique {
  id: string;
  version: number;
  name: string;
  needs: string;
  family: string | null;
  taught_by: string | null;
  first: boolean;
  retired: boolean;
  allowed: boolean;
  because: string[];
}

export interface Tool {
  id: string;
  name: string;
  needs: string;
}

export type Side = "left" | "right" | "both";

/** A technique laid out in time; see care/sessions/steps.py. */
export interface Session {
  technique: string;
  version: number;
  name: string;
  feet: Side;
  posture: string;
  seconds: number;
  /** The highest pain while it is done, 0 to 10. */
  apart_minutes: number;
  cold: boolean;
  ceiling: number;
  how_hard: string;
  stop: string[];
  steps: Step[];
}

export interface Step {
  kind: string;
  seconds: number;
  waits: boolean;
  side: Side;
  title: string;
  what: string;
  say: string;
  cue: string | null;
  notes: string[];
  where: Path | null;
  pace_seconds: number | null;
  rounds: number | null;
  number: number;
  times: number;
  skippable: boolean;
  shows: Picture | null;
}

export type Point = [number, number];

export interface Path {
  stroke: string;
  map: string;
  path: Point[];
  back: boolean;
  spots: boolean;
  stops: Point[];
  says: string;
}

/** What the picture of a step shows; see care/sessions/pictures.py. */
export interface Picture {
  body: string;
  foot: string | null;
  moves: string | null;
  tool: string | null;
}

/** A picture that paths are drawn on, in hundredths, of a right foot or leg. */
export interface BodyMap {
  name: string;
  says: string;
  parts: { id: string; shape: string; joint: Point | null }[];
  lines: string[];
  zones: { id: string; name: string; box: [number, number, number, number]; border: boolean; never: boolean }[];
}

/** Columns, a place a day from `start`. */
export interface Days {
  start: Day;
  pain: (number | null)[];
  /** `null`: not told; `[]`: nothing. */
  did: (string[] | null)[];
  /** `null`: nothing was shown; `""`: a rest day. */
  drawn: (string | null)[];
  told: boolean[];
  late: boolean[];
  skipped: boolean[];
}

/** What is to be done on a day; `technique` and `title` are `null` on a rest day. */
export interface ToDo {
  technique: string | null;
  title: string | null;
  needs: string | null;
  about: string | null;
  how: string;
}

export interface PlannedDay extends ToDo {
  on: Day;
  why: string[];
  swapped: boolean;
  skipped: boolean;
  swap: ToDo | null;
}

/** Where the person is on the way out; a morning is asked for each `every` days. */
export interface Graduation {
  stage: "none" | "answered" | "easy" | "tapering" | "relapse";
  says: string[];
  every: 1 | 3 | 7;
}

/** A difference in points with its 90% range. */
export interface Against {
  says: string;
  mean: number;
  low: number;
  high: number;
}

export interface Resting {
  technique: string;
  cause: "stopped" | "aside" | "unpleasant" | "worse" | "check";
  on: Day | null;
  says: string[];
  may_go_on: boolean;
}

/** The two ways to see how far the ankle bends. */
export type AnkleName = "knee-to-wall" | "shin-angle";
export type MeasureName = "worst" | "function" | AnkleName;

/** What is asked for now and then. */
export type Measures = Record<"worst" | "function", Measure> & Record<AnkleName, AnkleMeasure> & { due: MeasureName[] };

export interface Measure {
  asks: string;
  how: string[];
  asked: boolean;
  fewest: number;
  most: number;
  history: Taken[];
  since: Day | null;
  change: string | null;
}

export interface AnkleMeasure extends Measure {
  /** `null` where the safety check bars a lunge. */
  script: Session | null;
  because: string[];
  highest: number;
  error: string;
  note: string;
}

export type By = "sensor" | "typed";

/**
 * A measure, taken on a day: the pain; how well things can be done and their mean; or the three
 * readings of an ankle, in centimetres or degrees, and the middle one.
 */
export interface Taken {
  on: Day;
  pain?: number | null;
  answers?: [string, number][];
  readings?: number[];
  by?: By;
  score?: number;
  /** Set by the page: it is not confirmed yet. */
  unsaved?: boolean;
}

export interface SoFar {
  stage: { kind: "first-week" | "gathering" | "known-so-far" | "answer"; says: string[] } | null;
  to_go: { low: number | null; likely: number | null; high: number | null; says: string } | null;
  each: { technique: string; days: number; scored: number; against_others: Against | null; against_rest: Against | null }[];
  facts: string;
  choice: string | null;
  comfort: ComfortSoFar | null;
  helps: string | null;
  felt: string;
  second: string | null;
  load: LoadSoFar | null;
  level_words: string;
  drift: string;
  tables: Table[];
  level: Level;
}

/** A second look, with the steps of the day before: the answer, and what kind of answer it is. */
export interface LoadSoFar {
  asks: string;
  says: string[];
  about: string[];
  more: { title: string; says: string[] };
}

/** How what is alike felt, the most comfortable first; `mean` is 1 to 5. */
export interface ComfortSoFar {
  says: string[];
  order: { technique: string; mean: number | null; sessions: number; says: string }[];
  apart: string;
}

/** A session that was played; `seconds` is `null` where it is taken back. */
export interface Played {
  technique: string;
  version: number;
  began: string;
  seconds: number | null;
  of: number;
  before: number | null;
  after: number | null;
  comfort: number | null;
}

export interface PlayedOn extends Played {
  on: Day;
  /** Set by the page: it is not confirmed yet. */
  unsaved?: boolean;
}

/** What the page takes down of a session while it is played, and after it. */
export interface Log {
  on: Day;
  began: string;
  seconds: number;
  before: number | null;
  after: number | null;
  comfort: number | null;
  again: boolean | null;
  /** Whether it was told that the pain was above the limit. */
  stopped: boolean;
  /** Whether the technique rested before the session began. */
  rested: boolean;
}

export interface Table {
  title: string;
  columns: string[];
  rows: string[][];
}

export type Level = Record<"mean" | "low" | "high", number[]>;

export interface Safety {
  cards: Card[];
  answers: Answers;
  result: Result | null;
  again: string[];
  paused: boolean;
  on: Day | null;
  short: boolean;
  /** Set by the page: the answers are not confirmed yet. */
  waiting?: boolean;
}

export interface Card {
  id: string;
  title: string;
  help: string | null;
  questions: SafetyQuestion[];
}

export interface SafetyQuestion {
  id: string;
  asks: string;
  help: string | null;
  after: string[];
  safe_if: Answer;
  stop: Whom | null;
}

export interface Whom {
  see: string | null;
  tell: string | null;
}

/** What follows from the safety check. */
export interface Result {
  outcome: "care-now" | "see-first" | "ask" | "start" | "unfinished";
  title: string;
  lead: string;
  note: string;
  because: Reason[];
  unanswered: string[];
  open: Named[];
  left_out: (Named & { because: string[] })[];
  fits: string[];
  does_not_fit: string[];
}

export interface Named {
  id: string;
  name: string;
}

export interface Reason extends Whom {
  id: string;
  asks: string;
  answer: Answer;
  outcome: "care-now" | "see-first" | "ask" | "start";
  why: Claim[];
  otherwise: Claim[];
  reviewed: string;
}

export interface Claim {
  says: string;
  ground: string;
}

/** What counts of a day, with what is not confirmed yet. */
export interface LivedDay {
  on: Day;
  pain: number | null;
  skipped: boolean;
  late: boolean;
  told: boolean;
  did: string[] | null;
  drawn: string | null;
  unsaved: { morning: boolean; doing: boolean };
}

interface Span {
  since: Day;
  until: Day | null;
}

/** Something told by hand beside the diary. */
export type Entry =
  | { sort: "onset"; on: Day; within: number; flare: boolean }
  | ({ sort: "shoes"; name: string; kind: string; days: number[] } & Span)
  | ({ sort: "standing"; hours: number } & Span)
  | ({ sort: "event" | "care"; kind: string; says: string } & Span);

/** What can be told, by kind; see docs/reference/export.md. */
export interface Tellable {
  morning: { pain: number | null };
  doing: { did: string[] | null };
  comparing: Comparing;
  safety: { clear: boolean };
  screening: { answers: Answers };
  stop: { technique: string; why: "sharp" | "numb" | "tingling" | "cold" | "above" | "other" };
  "go-on": { technique: string };
  "set-aside": { technique: string };
  again: { technique: string; again: boolean };
  session: Played;
  skipped: { technique: string };
  swapped: { technique: string };
  remembered: { pain: number };
  worst: { pain: number | null };
  function: { answers: [string, number][] };
  "knee-to-wall": { answers: number[] };
  "shin-angle": { answers: number[]; by: By };
  setting: { name: string; value: string };
  taught: { text: string };
  noted: { key: string; entry: Entry | null };
  "all-told": { of: "shoes" | "standing" | "events"; since: Day | null };
  seen: { plan: string };
}

export type Kind = keyof Tellable;

/** One thing told; of whichever kind, `what` is of the same. */
export type Told = {
  [One in Kind]: { id: string; kind: One; foot: Foot; on: Day; happened: string; what: Tellable[One] };
}[Kind];

/** The heart of an event with its kind. */
export type Part = { [One in Kind]: { kind: One; what: Tellable[One] } }[Kind];

/** What the person has opened on the page, by the id of the element and by name. */
export type Opened = Record<string, boolean | undefined> & {
  safety?: Draft | null;
  late_day?: Day;
  begin_when?: "now" | "earlier";
  /** The first day of the month that History shows, and the day that is looked at there. */
  month?: Day;
  day?: Day;
  things?: Things;
  deleted?: Gone[];
};

/** What the heel makes hard, as it is being filled in. */
export interface Things {
  on: Day;
  names: string[];
  /** Whether they are being named; else they are scored. */
  naming: boolean;
  able: Map<string, number>;
  before: Map<string, number>;
}

/** What was deleted while the page is open. */
export interface Gone {
  id: string;
  on: Day;
  parts: Part[];
  called: string;
}

/** Answers that are being given. */
export interface Draft {
  foot: Foot | null;
  reopened: boolean;
  /** The number of the card, from 0. */
  at: number;
  ticks: Answers;
  answers: Answers;
}

/** One thing to be told, before it is an event. */
export interface Thing {
  kind: Kind;
  on: Day;
  what: Tellable[Kind];
}

/** Of which foot, and where the eye should land after it. */
export interface How {
  foot?: Foot | null;
  focus?: string | null;
}

/** The page that a module draws for. */
export interface App {
  diary: Diary;
  /** The diary of the other foot, where both are asked about. */
  readonly other: Diary | null;
  open: Opened;
  /** What a card said before it was told anew, by the id of the card: for Undo. */
  before?: Record<string, any>;
  /** That what was shown is kept. */
  seen: Promise<void>;
  tell<One extends Kind>(kind: One, on: Day, what: Tellable[One], how?: How): Promise<boolean>;
  tellAll(things: Thing[], how?: How): Promise<boolean>;
  tellQuietly<One extends Kind>(kind: One, on: Day, what: Tellable[One]): Promise<void>;
  look(foot: Foot, focus: string | null): Promise<void>;
  redraw(focus?: string | null): void;
}

/** What can stand in an element; what is empty or false is left out. */
export type Child = Node | string | null | undefined | false | Child[];

/** An attribute of an element, or what happens on an event: "onclick". */
export type Given = {
  [attribute: string]: string | number | boolean | null | undefined | Handler;
};

export type Handler = (event: Event & { target: HTMLInputElement }) => unknown;
