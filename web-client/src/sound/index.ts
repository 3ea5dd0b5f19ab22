export { audioState, onAudioState, playCue, unlockAudio, type AudioState } from './sound';
export { buzz, playChosen, prepareChosen } from './chosen';
export type { CueKind } from './cues';
