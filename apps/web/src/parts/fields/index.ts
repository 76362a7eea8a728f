export { askedFields } from './conditions';
export { ColleaguePicker } from './colleague-picker';
export { useColleagues, type Colleague } from './use-colleagues';
export { FieldInput } from './field-input';
export { FieldInputs } from './field-inputs';
export { FieldRow } from './field-row';
export { faultOf, faultsOf, given, identityCardHolds, isBlank, type Values } from './field-value';
export { MaterialsInput, type GivenMaterial, type OfferedMaterial } from './materials-input';
