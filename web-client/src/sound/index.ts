export { audioState, onAudioState, playCue, unlockAudio, type AudioState } from './sound';
export { buzz, playChosen } from './chosen';
export type { CueKind } from './cues';
