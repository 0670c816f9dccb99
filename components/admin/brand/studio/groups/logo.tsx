import { PictureField } from "../fields/picture-field.tsx";

export function Logo() {
  return (
    <>
      <PictureField path="logo.light" purpose="logo" on="light" />
      <PictureField path="logo.dark" purpose="logo" on="dark" insteadPath="logo.light" />
      <PictureField path="icon" purpose="icon" on="light" />
    </>
  );
}
