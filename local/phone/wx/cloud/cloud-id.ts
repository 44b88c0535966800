/** `new wx.cloud.CloudID(id)`: a mark that the platform would replace by open data on its way. */
export class CloudID {
  constructor(readonly cloudID: string) {}

  toString(): string {
    return `CloudID(${this.cloudID})`
  }
}
